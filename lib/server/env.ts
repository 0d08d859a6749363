import 'server-only';
import { type Environment, parseEnvironment } from './environment';

let parsed: Environment | undefined;

/** The environment of this process, read at the first request and never at build time. @throws when it is malformed */
export function env(): Environment {
  if (!parsed) {
    const result = parseEnvironment(process.env);
    if ('problems' in result) throw new Error(result.problems.join(' '));
    parsed = result.environment;
  }
  return parsed;
}

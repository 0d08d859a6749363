import { hash, mix, type Random } from '@/lib/simulator/random';
import { type Draw, draw } from './draw';
import { type Candidates, END, type Language, prefixOf } from './language';
import type { Segment } from './segment';
import type { Sampling } from './settings';
import { tokenize } from './tokenize';
import { languageOf, languagesFor, tokenOf, type Topic } from './topics';

/** Who speaks, and about what. */
export interface Voice {
  sampling: Sampling;
  random: Random;
  /** Stands for everything the model has read: it tilts the choices, so that temperature 0 differs between prompts. */
  leaning: number;
  /** How sure the model is of itself: above 1 it keeps to its best token, below 1 it wanders. */
  sharpness: number;
  /** What the prompt is about, as a noun phrase. */
  subject: string;
  /** The words of the prompt: what has most in common with them is said first. */
  prompt: string;
}

const SUBJECT = '§';
/** The logit of a token that nothing but a bias has called for. */
const UNHEARD = -14;
const LONGEST_SENTENCE = 70;
/** How far a rival of a template's word stands behind it, in nats. */
const GAP = 16;
/** What was said before in this answer is unlikely to be said again, in nats. */
const REPEATED = 7;
/** A word that is less likely is no way out of a repetition: the sentence would break. */
const WAY_OUT = -2.3;
/** Below this a token is never the model's wish, and leaning towards it would be wasted work. */
const NEGLIGIBLE = -7;

const certain = (token: string): Draw => ({ index: 0, token, logprob: 0, top: [{ token, logprob: 0 }] });

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Writes a plan token by token. One scribe writes one answer: what it has used before weighs on what follows. */
export class Scribe {
  readonly #used = new Map<string, number>();
  readonly #said = new Set<string>();
  readonly #begun = new Map<string, number>();
  #slot = 0;

  /** Tokens that a positive bias calls for, wherever the answer is. */
  readonly #called: readonly string[];

  constructor(readonly voice: Voice) {
    const wanted = [...voice.sampling.logitBias].filter(([, bias]) => bias > 0);
    this.#called = wanted.flatMap(([id]) => tokenOf(id) ?? []);
  }

  /** The text of a plan at once, for what is not streamed word by word. */
  text(segments: readonly Segment[]): string {
    let text = '';
    for (const { token } of this.write(segments)) text += token;
    return text;
  }

  *write(segments: readonly Segment[]): Generator<Draw, void> {
    for (const segment of segments) {
      this.#slot += 1;
      if (segment.kind === 'exact') for (const token of tokenize(segment.text)) yield certain(token);
      else if (segment.kind === 'likely') yield* this.#template(segment.text);
      else if (segment.kind === 'choice') yield* this.#choice(segment.options);
      else {
        for (let i = 0; i < segment.sentences; i += 1) {
          yield* this.#sentence(
            this.#freshest(segment.topic),
            i === 0 ? '' : (segment.between ?? ' '),
            segment.json === true,
          );
        }
      }
    }
  }

  #draw({ tokens, logits }: Candidates): Draw {
    const { sampling, random } = this.voice;
    const absent = this.#called.filter((token) => !tokens.includes(token));
    const all =
      absent.length === 0
        ? { tokens, logits }
        : { tokens: [...tokens, ...absent], logits: [...logits, ...absent.map(() => UNHEARD)] };
    const drawn = draw(all, sampling, this.#used, random);
    this.#used.set(drawn.token, (this.#used.get(drawn.token) ?? 0) + 1);
    return drawn;
  }

  *#template(text: string): Generator<Draw> {
    const rivals = languageOf('general').common;
    const logits = rivals.logits.map((logit) => logit - GAP);
    for (const token of tokenize(text)) {
      yield this.#draw({ tokens: [token, ...rivals.tokens], logits: [0, ...logits] });
    }
  }

  /** The options share their first tokens as far as they do; the first that differs is drawn, and decides. */
  *#choice(options: readonly string[]): Generator<Draw> {
    const pieces = options.map(tokenize);
    let shared = 0;
    const token = (tokens: readonly string[]): string => tokens[shared] ?? '';
    while (
      pieces.length > 1 &&
      token(pieces[0] ?? []) !== '' &&
      pieces.every((each) => token(each) === token(pieces[0] ?? []))
    ) {
      yield certain(token(pieces[0] ?? []));
      shared += 1;
    }
    const logits = options.map((option) => this.#tilt(option, 1.5));
    const drawn = this.#draw({ tokens: pieces.map(token), logits });
    if (drawn.token !== '') yield drawn;
    for (const rest of pieces[drawn.index]?.slice(shared + 1) ?? []) yield certain(rest);
  }

  /** A fixed leaning towards or away from a token at this place of this answer, at most `width` nats. */
  #tilt(token: string, width: number): number {
    const bits = mix(hash(token) ^ mix(this.voice.leaning + this.#slot * 7919 + this.#said.size));
    return (bits / 4294967296 - 0.5) * 2 * width;
  }

  /** How often every sentence that begins so was written already; null when none of the language does. */
  #usedUp({ begins }: Language, sentence: readonly string[], token: string): number | null {
    const prefix = prefixOf([...sentence, token]);
    const known = begins.get(prefix);
    return known === undefined ? null : Math.floor((this.#begun.get(prefix) ?? 0) / known);
  }

  /** The same of the continuation that is freshest: when all are used up, none is worse than another. */
  #leastUsed(language: Language, sentence: readonly string[], tokens: readonly string[]): number {
    let least = Infinity;
    for (const token of tokens) least = Math.min(least, this.#usedUp(language, sentence, token) ?? Infinity);
    return least;
  }

  /** Of the languages that fit, the first one that still has something to say. */
  #freshest(topic: Topic): Language {
    const languages = languagesFor(topic, this.voice.prompt);
    return languages.find((language) => this.#leastUsed(language, [], language.starts) === 0) ?? languageOf(topic);
  }

  /** The draws of one sentence; `lead` stands before its first word. */
  *#sentence(language: Language, lead: string, json: boolean): Generator<Draw> {
    const { sharpness, subject } = this.voice;
    const sentence: string[] = [];
    const blank = lead === ' ' ? ' ' : '';
    if (lead !== '' && blank === '') for (const token of tokenize(lead)) yield certain(token);
    const subjectTokens = tokenize(subject);
    while (sentence.length < LONGEST_SENTENCE) {
      const { tokens, logits } = language.follow(sentence);
      const first = sentence.length === 0;
      const tail = sentence.slice(-3).join('|');
      const said = (token: string): boolean => this.#said.has(`${tail}|${token}`);
      const least = this.#leastUsed(language, sentence, tokens);
      const escapes = tokens.some((token, i) => (logits[i] ?? 0) >= WAY_OUT && !said(token));
      const weighed = tokens.map((token, i) => {
        const logit = logits[i] ?? 0;
        if (logit < NEGLIGIBLE) return logit * sharpness;
        const used = this.#usedUp(language, sentence, token);
        const again = used === null ? escapes && said(token) : used > least;
        return logit * sharpness + this.#tilt(token, first ? 2 : 0.6) - (again ? REPEATED : 0);
      });
      const shown = tokens.map((token) => {
        if (token === END || !token.includes(SUBJECT)) return first && token !== END ? blank + token : token;
        const head = subjectTokens[0] ?? '';
        return token.replace(SUBJECT, first ? capital(head) : head);
      });
      const drawn = this.#draw({ tokens: shown, logits: weighed });
      const token = tokens[drawn.index] ?? drawn.token;
      if (token === END) return;
      if (!first) this.#said.add(`${tail}|${token}`);
      sentence.push(token);
      const prefix = prefixOf(sentence);
      this.#begun.set(prefix, (this.#begun.get(prefix) ?? 0) + 1);
      yield json ? { ...drawn, token: JSON.stringify(drawn.token).slice(1, -1) } : drawn;
      if (token.includes(SUBJECT)) {
        for (const rest of subjectTokens.slice(1)) yield certain(json ? JSON.stringify(rest).slice(1, -1) : rest);
      }
    }
  }
}

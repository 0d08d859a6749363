import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

// The headless shell first: the same engine without a browser's own windows, it takes 2.5 times less of the processor.
const SYSTEM = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A Chromium to drive: `CHROMIUM_PATH`, then Playwright's own, then the system's.
 * @returns {string | undefined} its path
 */
export function findBrowser() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) {
    if (!existsSync(wanted)) throw new Error('CHROMIUM_PATH names a file that does not exist.');
    return wanted;
  }
  return [chromium.executablePath(), ...SYSTEM].find((path) => path && existsSync(path));
}

const asRootOnDebian = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/**
 * What Playwright is told to start: nothing where it has a browser of its own, whose headless shell it finds by itself.
 * @returns {{ executablePath?: string }}
 */
export function launchPath() {
  const executablePath = findBrowser();
  return executablePath === undefined || executablePath === chromium.executablePath() ? {} : { executablePath };
}

/**
 * Finds a browser or installs one: Playwright's, else, as root on Debian, the distribution's package.
 * @param {(line: string) => void} say
 * @returns {string | undefined}
 */
export function installBrowser(say) {
  const found = findBrowser();
  if (found) return found;
  if (process.env.SKIP_BROWSER_INSTALL === '1') {
    say('No Chromium was found, and SKIP_BROWSER_INSTALL=1 forbids installing one. Set CHROMIUM_PATH.');
    return undefined;
  }
  say('No Chromium was found: installing Playwright’s own …');
  spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], { stdio: 'ignore' });
  if (!findBrowser() && asRootOnDebian()) {
    say('That did not work: installing the distribution’s chromium-headless-shell by apt-get …');
    const apt = (...args) =>
      spawnSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium-headless-shell');
    // Older distributions only have the whole browser.
    if (!findBrowser()) apt('install', '-y', '--no-install-recommends', 'chromium');
  }
  const installed = findBrowser();
  if (!installed) say('No browser could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH.');
  return installed;
}

// The page in the words of the people who use it: what the tests know of its elements is here, and only here.

import assert from 'node:assert/strict';

const ACCOUNT = 'textarea[name=account]';
const MARK = 'table.matrix button.mark';

export class Page {
  /** @param {import('puppeteer-core').Page} tab */
  constructor(tab) {
    this.tab = tab;
  }

  async open(url) {
    await this.tab.goto(url);
    await this.ready();
  }

  async reload() {
    await this.tab.reload();
    await this.ready();
  }

  /** Until the page has drawn itself. */
  ready() {
    return this.tab.waitForSelector('main#app[data-state]');
  }

  /** The page's state: empty, working, done or failed. */
  state() {
    return this.tab.$eval('main#app', (app) => app.dataset.state);
  }

  /** Waits for that state: as long as the tests are patient, or for `timeout` milliseconds. */
  async reaches(state, timeout) {
    try {
      await this.tab.waitForSelector(`main#app[data-state=${state}]`, timeout === undefined ? {} : { timeout });
    } catch {
      throw new Error(`the page should become "${state}"; it is "${await this.state()}": ${await this.messages()}`);
    }
  }

  /** Shows the active account as a text box, where it is shown as an article with marks. */
  async edit() {
    await this.tab.waitForSelector(`${ACCOUNT}, button#edit`);
    if ((await this.tab.$(ACCOUNT)) === null) await this.click('button#edit');
    await this.tab.waitForSelector(ACCOUNT);
  }

  /** Puts `text` where the active account's text is, in one go, as pasting over it does. */
  async paste(text) {
    await this.edit();
    await this.tab.$eval(
      ACCOUNT,
      (box, text) => {
        box.focus();
        // Through the prototype, as frameworks watch the property of the element itself.
        Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(box, text);
        box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
      },
      text,
    );
  }

  /** The active account's text, as the text box has it. */
  async text() {
    await this.edit();
    return this.tab.$eval(ACCOUNT, (box) => box.value);
  }

  /** Waits until the active account's text is `text`. */
  async holds(text) {
    const deadline = Date.now() + 10_000;
    while ((await this.text()) !== text) {
      assert.ok(Date.now() < deadline, `the text box should hold "${text.slice(0, 60)}…"`);
    }
  }

  /** Waits until the chart speaks of `name`. */
  charts(name) {
    return this.tab.waitForFunction(
      (name) =>
        document.querySelector('main#app').dataset.state === 'done' &&
        [...document.querySelectorAll('[data-statements], th')].some((part) => part.textContent.includes(name)),
      {},
      name,
    );
  }

  async click(selector) {
    await (await this.tab.waitForSelector(selector, { visible: true })).click();
  }

  async example() {
    await this.click('button#example');
    await this.reaches('done');
  }

  accounts() {
    return this.tab.$$eval('[role=tab]', (tabs) => tabs.map((tab) => tab.textContent.trim()));
  }

  summary() {
    return this.tab.$eval('#summary', (line) => line.textContent.trim());
  }

  /** What the page tells the reader besides the results. */
  messages() {
    return this.tab.$$eval('[role=alert], [role=status]', (all) => all.map((one) => one.textContent.trim()).join(' ').trim());
  }

  /** Waits for a message that matches `pattern`, and returns all messages. */
  async says(pattern) {
    try {
      await this.tab.waitForFunction(
        (source, flags) =>
          [...document.querySelectorAll('[role=alert], [role=status]')].some((one) =>
            new RegExp(source, flags).test(one.textContent),
          ),
        {},
        pattern.source,
        pattern.flags,
      );
    } catch {
      throw new Error(`expected a message like ${pattern}; the page says: "${await this.messages()}"`);
    }
    return this.messages();
  }

  /** The chart: names of its rows and columns, and the statements behind each mark. */
  matrix() {
    return this.tab.$eval('table.matrix', (table) => {
      const texts = (selector) => [...table.querySelectorAll(selector)].map((cell) => cell.textContent.trim());
      return {
        speakers: texts('tbody th .who'),
        issues: texts('thead th').filter((text) => text !== ''),
        marks: [...table.querySelectorAll('button.mark')].map((mark) => ({
          statements: mark.dataset.statements.split(' '),
          label: mark.getAttribute('aria-label') ?? mark.textContent.trim(),
          drawn: mark.querySelector('svg') !== null,
        })),
      };
    });
  }

  /** The words that are marked in the article shown, by what they are: source, cue or content. */
  words() {
    return this.tab.evaluate(() => {
      const texts = (kind) =>
        [...document.querySelectorAll(`article.reading .${kind}[data-statements]`)].map((words) => words.textContent);
      return { source: texts('source'), cue: texts('cue'), content: texts('content') };
    });
  }

  async clickMark(index) {
    const marks = await this.tab.$$(MARK);
    await marks.at(index).click();
  }

  /** Clicks the words of `statement` in the article shown. */
  clickWords(statement) {
    return this.click(`article.reading [data-statements~="${statement}"]`);
  }

  /** Waits until words of one of `statements` are selected, and are where the reader can see them. */
  async showsWordsOf(statements) {
    await this.tab.waitForFunction(
      (statements) => {
        const words = statements.flatMap((statement) => [
          ...document.querySelectorAll(`article.reading .selected[data-statements~="${statement}"]`),
        ]);
        if (words.length === 0) return false;
        return new Promise((resolve) => {
          const observer = new IntersectionObserver((entries) => {
            observer.disconnect();
            resolve(entries.some((entry) => entry.isIntersecting));
          });
          words.forEach((word) => observer.observe(word));
        });
      },
      {},
      statements,
    );
  }

  /** Waits until a mark of `statement` is the selected one. */
  selectsMarkOf(statement) {
    return this.tab.waitForSelector(`${MARK}[data-statements~="${statement}"][aria-pressed=true]`);
  }

  /** Clicks Cancel as soon as the progress bar shows, faster than any finger, and returns whether the bar showed. */
  cancelAtOnce() {
    return this.tab.evaluate(
      () =>
        new Promise((resolve) => {
          const attempt = () => {
            const cancel = document.querySelector('button#cancel');
            if (!cancel || !document.querySelector('[role=progressbar]')) return false;
            observer.disconnect();
            cancel.click();
            resolve(true);
            return true;
          };
          const observer = new MutationObserver(attempt);
          observer.observe(document.body, { childList: true, subtree: true, attributes: true });
          setTimeout(() => resolve(false), 10_000);
          attempt();
        }),
    );
  }

  /** Starts to watch for how long the main thread does not answer; the function returned ends it, in milliseconds. */
  async watchMainThread() {
    await this.tab.evaluate(() => {
      let last = performance.now();
      const watch = { worst: 0 };
      watch.timer = setInterval(() => {
        const now = performance.now();
        watch.worst = Math.max(watch.worst, now - last - 10);
        last = now;
      }, 10);
      window.mainThreadWatch = watch;
    });
    return () =>
      this.tab.evaluate(() => {
        clearInterval(window.mainThreadWatch.timer);
        return Math.round(window.mainThreadWatch.worst);
      });
  }

  /** Until the service worker keeps this release and answers for this page. */
  keptForOffline() {
    return this.tab.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  }
}

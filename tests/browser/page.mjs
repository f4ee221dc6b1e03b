// The page in the words of the people who use it: what the tests know of its elements is here, and only here.

import assert from 'node:assert/strict';

const ACCOUNT = 'textarea[name=account]';
const MARK = 'table.matrix button.mark';

export class Page {
  /** @param {import('puppeteer-core').Page} tab */
  constructor(tab) {
    this.tab = tab;
  }

  /** Gives the page that much room. */
  async resize(width, height) {
    try {
      await this.tab.setViewport({ width, height });
    } catch (error) {
      // Firefox before 144 sets the size and then does not know how to turn the screen.
      if (!/setScreenOrientationOverride/.test(error.message)) throw error;
    }
  }

  /**
   * Waits until `probe`, run in the page with `args`, returns something true. (Puppeteer's own way makes a function of
   * a string, which the page's content security policy forbids in some releases of Firefox.)
   */
  async until(probe, _options = {}, ...args) {
    const deadline = Date.now() + 120_000;
    for (;;) {
      const found = await this.evaluate(probe, ...args);
      if (found) return found;
      if (Date.now() > deadline) throw new Error(`this never came true: ${probe} ${JSON.stringify(args)}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  /** What `probe` returns; nothing where the page is opened anew meanwhile, which an evaluation may fail of or wait for. */
  async evaluate(probe, ...args) {
    const found = this.tab.evaluate(probe, ...args).catch((error) => {
      if (!/context|navigat|detached/i.test(error.message)) throw error;
    });
    let timer;
    const overtaken = new Promise((resolve) => (timer = setTimeout(resolve, 20_000)));
    try {
      return await Promise.race([found, overtaken]);
    } finally {
      clearTimeout(timer);
      found.catch(() => {});
    }
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
  async ready() {
    try {
      // This waits on where the page opens itself again, as it does for a new release.
      await this.tab.waitForSelector('main#app[data-state]');
    } catch (error) {
      const found = await this.evaluate(() => [
        `${location.href} is ${document.readyState}, with a body of ${document.body?.innerHTML.length} characters`,
        ...performance.getEntriesByType('resource').map(({ name, responseEnd, transferSize }) => `${name}: ${transferSize} bytes by ${Math.round(responseEnd)} ms`),
      ]);
      throw new Error(`the page never drew itself: ${found?.join('; ')}`, { cause: error });
    }
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
    await this.settles();
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
    const deadline = Date.now() + 60_000;
    while ((await this.text()) !== text) {
      assert.ok(Date.now() < deadline, `the text box should hold "${text.slice(0, 60)}…"`);
    }
  }

  /** Waits until the chart speaks of `name`. */
  charts(name) {
    return this.until(
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
      await this.until(
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
    await this.settles();
  }

  /** Clicks the words of `statement` in the article shown. */
  clickWords(statement) {
    return this.click(`article.reading [data-statements~="${statement}"]`);
  }

  /** Waits until words of one of `statements` are selected, and are where the reader can see them. */
  async showsWordsOf(statements) {
    await this.until(
      (statements) => {
        const words = statements.flatMap((statement) => [
          ...document.querySelectorAll(`article.reading [data-chosen][data-statements~="${statement}"]`),
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

  /** Shows the chart that way: matrix, network, timeline, contests, table or summary. */
  async show(mode) {
    await this.click(`#mode-${mode}`);
    await this.tab.waitForSelector(`#mode-${mode}[aria-pressed=true]`);
  }

  /** Until what comes a frame later has come: the panel, and the marked text in the place of its box. */
  async settles() {
    await this.tab.evaluate(async () => {
      for (let frames = 0; frames < 2; frames++)
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    });
  }

  /** Waits until the results have so many corrections in them. */
  async corrected(count) {
    try {
      await this.tab.waitForSelector(`main#app[data-edition="${count}"]`);
    } catch {
      const now = await this.tab.$eval('main#app', (app) => app.dataset.edition);
      throw new Error(`there should be ${count} corrections; there are ${now}`);
    }
    await this.settles();
  }

  /** What the panel says of the selected statement: its chain, its fields with their rules, how many are to review. */
  panel() {
    return this.tab.$eval('#evidence', (panel) => {
      const text = (selector) => panel.querySelector(selector)?.textContent.trim();
      const fields = [...panel.querySelectorAll('.field')].map((field) => {
        const list = field.querySelector('select');
        const value = list.selectedOptions[0]?.textContent;
        return [list.id.replace('field-', ''), { value, rule: field.querySelector('.rule').textContent }];
      });
      return {
        chain: [...panel.querySelectorAll('.chain li')].map((link) => link.textContent),
        words: text('.sentence mark'),
        accepted: panel.querySelector('#accept')?.getAttribute('aria-pressed') === 'true',
        toReview: Number(text('#next-unreviewed .times') ?? 0),
        fields: Object.fromEntries(fields),
      };
    });
  }

  /** Sets a field of the selected statement to the choice with that label. */
  async setField(field, label) {
    const selector = `#field-${field}`;
    const value = await this.tab.$eval(
      selector,
      (list, label) => [...list.options].find((option) => option.textContent === label)?.value,
      label,
    );
    assert.notEqual(value, undefined, `"${label}" can be chosen as ${field}`);
    await this.tab.select(selector, value);
  }

  /** Waits until a field of the selected statement has that value. */
  fieldIs(field, value) {
    return this.until(
      (selector, value) => document.querySelector(selector)?.selectedOptions[0]?.textContent === value,
      {},
      `#field-${field}`,
      value,
    );
  }

  /** Selects words of the article shown, as a reader does with the pointer. */
  async choose(words) {
    const found = await this.tab.evaluate((words) => {
      const walker = document.createTreeWalker(document.querySelector('article.reading'), NodeFilter.SHOW_TEXT);
      const nodes = [];
      let all = '';
      while (walker.nextNode()) {
        nodes.push([all.length, walker.currentNode]);
        all += walker.currentNode.data;
      }
      const from = all.indexOf(words);
      if (from < 0) return false;
      const place = (at) => {
        const [start, node] = nodes.findLast(([start]) => start <= at);
        return [node, at - start];
      };
      const selection = getSelection();
      const [node, offset] = place(from);
      const [last, end] = place(from + words.length - 1);
      selection.setBaseAndExtent(node, offset, last, end + 1);
      return true;
    }, words);
    assert.ok(found, `"${words}" stands in the article`);
    await this.tab.waitForSelector('.chosen-words');
  }

  /** What the next download would have in it: its name, kind and contents (text, or for a picture its first bytes). */
  async download(selector) {
    await this.tab.evaluate(() => {
      window.downloads = [];
      HTMLAnchorElement.prototype.click = function () {
        window.downloads.push(this);
      };
      const create = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        const address = create.call(URL, blob);
        (window.blobs ??= new Map()).set(address, blob);
        return address;
      };
    });
    await this.tab.$eval(selector, (button) => button.click());
    await this.until(() => window.downloads.length > 0);
    return this.tab.evaluate(async () => {
      const link = window.downloads[0];
      const blob = window.blobs.get(link.href);
      const bytes = [...new Uint8Array(await blob.slice(0, 8).arrayBuffer())];
      return { name: link.download, kind: blob.type, text: await blob.text(), bytes };
    });
  }

  /** Opens files by the button (or drops them on the page). */
  files(files, { drop = false } = {}) {
    return this.tab.evaluate(
      (files, drop) => {
        const data = new DataTransfer();
        for (const [name, text] of files) data.items.add(new File([text], name));
        if (drop) {
          const event = { bubbles: true, cancelable: true, dataTransfer: data };
          document.body.dispatchEvent(new DragEvent('dragover', event));
          document.body.dispatchEvent(new DragEvent('drop', event));
        } else {
          const input = document.querySelector('#open-file');
          input.files = data.files;
          input.dispatchEvent(new Event('change', { bubbles: true }));
        }
      },
      files,
      drop,
    );
  }

  /** Closes whatever dialog is open. */
  async closeDialog() {
    await this.tab.keyboard.press('Escape');
    await this.until(() => !document.querySelector('dialog[open]'));
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
          setTimeout(() => resolve(false), 60_000);
          attempt();
        }),
    );
  }

  /** Until the service worker keeps this release and answers for this page. */
  keptForOffline() {
    return this.until(() => navigator.serviceWorker.controller?.state === 'activated');
  }
}

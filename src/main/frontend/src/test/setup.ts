import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// The first test of a file waits until the code of the page is loaded, which takes long on a busy machine. Each wait ends as soon as
// what it waits for is there.
configure({ asyncUtilTimeout: 20_000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
});

// jsdom has no layout.
Element.prototype.scrollIntoView = () => undefined;

// jsdom has no modal dialogs. This one does not keep the focus inside, which the tests in a real browser check.
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true;
  },
  close(this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  },
});

type Listener = () => void;

/** Those to call after each change of a value that is kept outside React. */
export function changeListeners(): {
  /** For `useSyncExternalStore`. Returns how to stop. */
  add: (listener: Listener) => () => void;
  call: () => void;
} {
  const listeners = new Set<Listener>();
  return {
    add: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    call: () => {
      listeners.forEach((listener) => {
        listener();
      });
    },
  };
}

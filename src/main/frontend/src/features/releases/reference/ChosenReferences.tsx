import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { releaseName } from '@/features/releases/frame/names';
import { IconButton } from '@/ui/button/IconButton';
import styles from './ChosenReferences.module.css';
import { moved, type Reference } from './reference';
import { ReferenceName } from './ReferenceName';

/** The chosen releases in their order, with buttons that move and remove them. */
export function ChosenReferences(props: {
  chosen: readonly Reference[];
  /** @param place the new place of the release that was moved, from 1 */
  onMove: (chosen: Reference[], place: number) => void;
  onRemove: (release: Reference) => void;
}) {
  const { chosen, onMove, onRemove } = props;
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<{ place: number; button: number } | null>(null);
  useLayoutEffect(() => {
    // The browser takes the focus from an element that moves within the page.
    if (!pressed.current) return;
    const { place, button } = pressed.current;
    pressed.current = null;
    list.current?.children[place]?.querySelectorAll('button')[button]?.focus();
  }, [chosen]);
  const move = (from: number, by: -1 | 1) => {
    if (!chosen[from + by]) return;
    pressed.current = { place: from + by, button: by < 0 ? 0 : 1 };
    onMove(moved(chosen, from, by), from + by + 1);
  };
  if (chosen.length === 0) return null;
  return (
    <ol ref={list} className={styles.chosen} aria-label="Chosen releases">
      {chosen.map((release, index) => {
        const name = releaseName(release.name);
        return (
          <li key={release.id} className={styles.release}>
            <ReferenceName release={release} />
            <span className={styles.buttons}>
              {chosen.length > 1 && (
                <>
                  <IconButton
                    label={`Move up: ${name}`}
                    icon={<ArrowUp />}
                    aria-disabled={index === 0}
                    onClick={() => {
                      move(index, -1);
                    }}
                  />
                  <IconButton
                    label={`Move down: ${name}`}
                    icon={<ArrowDown />}
                    aria-disabled={index === chosen.length - 1}
                    onClick={() => {
                      move(index, 1);
                    }}
                  />
                </>
              )}
              <IconButton
                label={`Remove: ${name}`}
                icon={<X />}
                onClick={() => {
                  onRemove(release);
                }}
              />
            </span>
          </li>
        );
      })}
    </ol>
  );
}

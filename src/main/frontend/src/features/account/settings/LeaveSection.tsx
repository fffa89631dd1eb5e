import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import layout from '@/ui/layout/layout.module.css';
import { Button } from '@/ui/button/Button';
import { DeleteAccountForm } from './DeleteAccountForm';
import { SettingsSection } from './SettingsSection';

export function LeaveSection({ username }: { username: string }) {
  const [confirming, setConfirming] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const password = useRef<HTMLInputElement>(null);

  // The focus moves to what replaces the focused button.
  const confirm = (next: boolean) => {
    flushSync(() => {
      setConfirming(next);
    });
    (next ? password : button).current?.focus();
  };

  return (
    <SettingsSection title="Leave">
      <p className={layout.soft}>
        Your account, your address, the mails to it, the links to your tracks and the forms that you have not
        sent go at once. Feedback and replies that you have sent stay with those who got them, without an
        author. This cannot be undone.
      </p>
      {confirming ? (
        <DeleteAccountForm
          username={username}
          passwordRef={password}
          onCancel={() => {
            confirm(false);
          }}
        />
      ) : (
        <div>
          <Button
            ref={button}
            variant="danger"
            onClick={() => {
              confirm(true);
            }}
          >
            Delete my account
          </Button>
        </div>
      )}
    </SettingsSection>
  );
}

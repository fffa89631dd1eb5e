import { useRef, useState, type ReactNode } from 'react';
import { addressSlip } from '@/lib/addressSlip';
import { Button } from '@/ui/button/Button';
import { TextField } from '@/ui/form/TextField';
import { StatusRegion } from '@/ui/message/StatusRegion';

/**
 * The field for a new or a forgotten address. It says when the address looks like a slip; the address can be kept. The hint
 * comes after the member has left the field, because every address looks wrong while it is typed.
 */
export function EmailField({
  onType,
  ...props
}: {
  label: string;
  hint?: ReactNode;
  autoComplete: 'email' | 'username';
  defaultValue?: string;
  /** With `onType`: what the page keeps. */
  value?: string;
  onType?: (address: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [meant, setMeant] = useState<string | null>(null);
  return (
    <div>
      <TextField
        {...props}
        ref={input}
        name="email"
        type="email"
        onBlur={(event) => {
          setMeant(addressSlip(event.target.value));
        }}
        onChange={(event) => {
          setMeant(null);
          onType?.(event.target.value);
        }}
      />
      <StatusRegion>
        {meant !== null && (
          <p>
            Did you mean <bdi>{meant}</bdi>? If your address is right, leave it as it is.
          </p>
        )}
      </StatusRegion>
      {meant !== null && (
        <Button
          variant="quiet"
          onClick={() => {
            if (onType) onType(meant);
            else if (input.current) input.current.value = meant;
            input.current?.focus();
            setMeant(null);
          }}
        >
          Use {meant}
        </Button>
      )}
    </div>
  );
}

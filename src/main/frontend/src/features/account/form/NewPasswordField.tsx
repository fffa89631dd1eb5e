import { PasswordField } from '@/ui/form/PasswordField';

/** Says what a good password is before it is refused. The server decides: nothing is refused here. */
export function NewPasswordField({ label }: { label: string }) {
  return (
    <PasswordField
      name="password"
      label={label}
      autoComplete="new-password"
      hint="At least 8 characters, not only digits, and none that many people use, such as “password1”. Four unrelated words are good."
    />
  );
}

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { Checkbox } from './Checkbox';
import { Choices } from './Choices';
import { PasswordField } from './PasswordField';
import { ProseField } from './ProseField';
import { SelectField } from './SelectField';
import { Switch } from './Switch';
import { TextField } from './TextField';

test('a field has its label as name and its hint as description', () => {
  render(<TextField name="url" label="Link to your track" hint="A private link works." />);
  expect(screen.getByRole('textbox', { name: 'Link to your track' })).toHaveAccessibleDescription(
    'A private link works.',
  );
});

test('a password can be shown and hidden', async () => {
  const user = userEvent.setup();
  render(<PasswordField name="password" label="Password" autoComplete="current-password" />);
  const field = screen.getByLabelText('Password');
  await user.type(field, 'tea and toast');
  expect(field).toHaveAttribute('type', 'password');
  await user.click(screen.getByRole('button', { name: 'Show password' }));
  expect(field).toHaveAttribute('type', 'text');
  expect(field).toHaveValue('tea and toast');
  await user.click(screen.getByRole('button', { name: 'Hide password' }));
  expect(field).toHaveAttribute('type', 'password');
});

function Feedback({ limit }: { limit?: number }) {
  const [text, setText] = useState('');
  return (
    <ProseField
      name="feedback"
      label="Your feedback"
      value={text}
      onChange={setText}
      words
      status="Saved at 21:42"
      {...(limit === undefined ? {} : { maxCharacters: limit })}
    />
  );
}

test('a text shows its words and its status', async () => {
  const user = userEvent.setup();
  render(<Feedback />);
  await user.type(screen.getByLabelText('Your feedback'), 'كل المدن بعيدة');
  expect(await screen.findByText('3 words')).toBeVisible();
  expect(screen.getByLabelText('Your feedback')).toHaveAccessibleDescription('3 words Saved at 21:42');
});

test('a text says when it comes near its limit, and when it is too long', async () => {
  const user = userEvent.setup();
  render(<Feedback limit={10} />);
  const field = screen.getByLabelText('Your feedback');
  await user.type(field, '12345');
  expect(screen.queryByText(/characters/)).not.toBeInTheDocument();
  await user.type(field, '67890');
  expect(await screen.findByText('10 of 10 characters')).toBeVisible();
  await user.type(field, '🎧');
  expect(await screen.findByText('1 character too many: at most 10')).toBeVisible();
});

test('a select has its options', async () => {
  const user = userEvent.setup();
  const onChange = vi.fn();
  render(
    <SelectField
      name="state"
      label="Mail state"
      options={[
        { value: '', label: 'Any state' },
        { value: 'VERIFIED', label: 'Verified' },
      ]}
      onChange={onChange}
    />,
  );
  await user.selectOptions(screen.getByRole('combobox', { name: 'Mail state' }), 'Verified');
  expect(screen.getByRole('combobox')).toHaveValue('VERIFIED');
  expect(onChange).toHaveBeenCalledTimes(1);
});

test('a checkbox is switched by the space bar', async () => {
  const user = userEvent.setup();
  render(<Checkbox name="allowReplies" label="They may reply" hint="You stay anonymous." defaultChecked />);
  const box = screen.getByRole('checkbox', { name: 'They may reply' });
  expect(box).toBeChecked();
  expect(box).toHaveAccessibleDescription('You stay anonymous.');
  await user.tab();
  await user.keyboard(' ');
  expect(box).not.toBeChecked();
});

test('a switch takes effect at once, and ignores clicks while it is busy', async () => {
  const user = userEvent.setup();
  const onChange = vi.fn();
  const { rerender } = render(<Switch label="Reminders" checked={false} onChange={onChange} />);
  await user.click(screen.getByRole('switch', { name: 'Reminders' }));
  expect(onChange).toHaveBeenCalledExactlyOnceWith(true);
  rerender(<Switch label="Reminders" checked={false} onChange={onChange} busy />);
  await user.click(screen.getByRole('switch', { name: 'Reminders' }));
  expect(onChange).toHaveBeenCalledTimes(1);
});

test('choices tell what was chosen', async () => {
  const user = userEvent.setup();
  const onChange = vi.fn();
  render(
    <Choices
      name="filter"
      legend="Show"
      value="open"
      onChange={onChange}
      options={[
        { value: 'open', label: 'Open' },
        { value: 'all', label: 'All' },
      ]}
    />,
  );
  expect(screen.getByRole('radio', { name: 'Open' })).toBeChecked();
  await user.click(screen.getByRole('radio', { name: 'All' }));
  expect(onChange).toHaveBeenCalledExactlyOnceWith('all');
});

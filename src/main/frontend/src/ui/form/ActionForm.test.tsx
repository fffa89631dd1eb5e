import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useActionState, useState } from 'react';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { untouched, type FormState } from '@/lib/formState';
import { ActionForm } from './ActionForm';
import { Choices } from './Choices';
import { ProseField } from './ProseField';
import { SubmitButton } from './SubmitButton';
import { TextField } from './TextField';

type Answer = (form: FormData) => FormState | Promise<FormState>;

function Form({ answer }: { answer: Answer }) {
  const [state, send] = useActionState((_: FormState, form: FormData) => answer(form), untouched);
  const [feedback, setFeedback] = useState('');
  return (
    <ActionForm state={state} onAction={send} label="Feedback">
      <TextField name="url" label="Link" hint="A private link works." />
      <ProseField name="feedback" label="Your feedback" value={feedback} onChange={setFeedback} />
      <Choices
        name="genre"
        legend="Genre"
        options={[
          { value: 'JAZZ', label: 'Jazz' },
          { value: 'POP', label: 'Pop' },
        ]}
      />
      <SubmitButton busyLabel="Sending">Send</SubmitButton>
    </ActionForm>
  );
}

function renderForm(answer: Answer) {
  render(
    <MemoryRouter initialEntries={['/group/3?from=mail']}>
      <Form answer={answer} />
    </MemoryRouter>,
  );
  return userEvent.setup();
}

test('sends what was typed, also by the Enter key', async () => {
  const answer = vi.fn((_: FormData) => ({ ...untouched, done: true }));
  const user = renderForm(answer);
  await user.type(screen.getByLabelText('Your feedback'), 'The kick is long.');
  await user.click(screen.getByLabelText('Pop'));
  await user.type(screen.getByLabelText('Link'), 'https://a.example{Enter}');
  expect(Object.fromEntries(answer.mock.calls[0]?.[0] ?? [])).toEqual({
    url: 'https://a.example',
    feedback: 'The kick is long.',
    genre: 'POP',
  });
});

test('is busy until the answer comes, and ignores a second click and further text', async () => {
  let resolve: (state: FormState) => void = () => undefined;
  const answer = vi.fn(
    () =>
      new Promise<FormState>((settle) => {
        resolve = settle;
      }),
  );
  const user = renderForm(answer);
  await user.click(screen.getByRole('button', { name: 'Send' }));
  const busy = await screen.findByRole('button', { name: 'Sending' });
  await user.click(busy);
  expect(answer).toHaveBeenCalledTimes(1);
  await user.type(screen.getByLabelText('Your feedback'), 'And the bass');
  expect(screen.getByLabelText('Your feedback')).toHaveValue('');
  resolve({ ...untouched, done: true });
  expect(await screen.findByRole('button', { name: 'Send' })).toBeVisible();
  await user.type(screen.getByLabelText('Your feedback'), 'And the bass');
  expect(screen.getByLabelText('Your feedback')).toHaveValue('And the bass');
});

test('puts each error at its field, focuses the first wrong one and keeps the text', async () => {
  const user = renderForm(() => ({
    ...untouched,
    errors: { feedback: 'Write at least 12 words.', genre: 'Choose one.' },
  }));
  await user.type(screen.getByLabelText('Your feedback'), 'Short.');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  const field = screen.getByLabelText('Your feedback');
  await waitFor(() => {
    expect(field).toHaveFocus();
  });
  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription('Write at least 12 words.');
  expect(field).toHaveValue('Short.');
  expect(screen.getByRole('radiogroup', { name: 'Genre' })).toHaveAccessibleDescription('Choose one.');
  expect(screen.getByLabelText('Link')).not.toBeInvalid();
});

test('focuses a choice if that is what is missing', async () => {
  const user = renderForm(() => ({ ...untouched, errors: { genre: 'Choose one.' } }));
  await user.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => {
    expect(screen.getByLabelText('Jazz')).toHaveFocus();
  });
});

test('says above the button what belongs to no field', async () => {
  const user = renderForm(() => ({ ...untouched, message: 'The server did not answer.' }));
  await user.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => {
    expect(screen.getByRole('alert')).toHaveTextContent('The server did not answer.');
  });
  const order = screen
    .getByRole('alert')
    .compareDocumentPosition(screen.getByRole('button', { name: 'Send' }));
  expect(order & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

test('leads to the sign-in page and back if the session has ended', async () => {
  const user = renderForm(() => ({ ...untouched, signedOut: true }));
  await user.type(screen.getByLabelText('Link'), 'abc');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByText(/You are signed out. What you typed is kept./)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute(
    'href',
    '/sign-in?next=%2Fgroup%2F3%3Ffrom%3Dmail',
  );
  expect(screen.getByLabelText('Link')).toHaveValue('abc');
});

test('takes the error of a field away when the field is changed, and keeps the others', async () => {
  const user = renderForm(() => ({
    ...untouched,
    errors: { url: 'Paste a link.', genre: 'Choose a genre.' },
  }));
  await user.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByText('Paste a link.');
  await user.type(screen.getByLabelText('Link'), 'h');
  expect(screen.queryByText('Paste a link.')).toBeNull();
  expect(screen.getByLabelText('Link')).toBeValid();
  await user.click(screen.getByLabelText('Pop'));
  expect(screen.queryByText('Choose a genre.')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByText('Paste a link.')).toBeVisible();
  expect(screen.getByText('Choose a genre.')).toBeVisible();
});

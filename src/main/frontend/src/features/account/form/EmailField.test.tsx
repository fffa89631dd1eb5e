import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { EmailField } from './EmailField';

async function typeAndLeave(address: string): Promise<HTMLElement> {
  render(<EmailField label="Email address" autoComplete="email" />);
  const field = screen.getByRole('textbox', { name: 'Email address' });
  await userEvent.type(field, address);
  await userEvent.tab();
  return field;
}

test('says what was probably meant, and puts it in by keyboard', async () => {
  const field = await typeAndLeave('mira@gmial.com');

  expect(screen.getByRole('status')).toHaveTextContent('Did you mean mira@gmail.com?');
  await userEvent.click(screen.getByRole('button', { name: 'Use mira@gmail.com' }));

  expect(field).toHaveValue('mira@gmail.com');
  expect(field).toHaveFocus();
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
});

test('lets a member keep the address', async () => {
  const field = await typeAndLeave('mira@studio.con');

  expect(screen.getByRole('button', { name: 'Use mira@studio.com' })).toBeInTheDocument();
  expect(field).toHaveValue('mira@studio.con');
});

test('is silent about other addresses', async () => {
  await typeAndLeave('mira@studio.example');

  expect(screen.getByRole('status')).toBeEmptyDOMElement();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Rated } from './Rated';
import { StarRating } from './StarRating';

test('stars are chosen by arrow keys and sent by a button', async () => {
  const user = userEvent.setup();
  const onRate = vi.fn();
  render(<StarRating legend="How helpful was this?" onRate={onRate} />);
  await user.tab();
  await user.keyboard(' {ArrowRight}{ArrowRight}');
  expect(screen.getByRole('radio', { name: '3 of 5, Helpful' })).toBeChecked();
  expect(onRate).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Send rating' }));
  expect(onRate).toHaveBeenCalledExactlyOnceWith(3);
});

test('a rating without stars says what is missing', async () => {
  const user = userEvent.setup();
  const onRate = vi.fn();
  render(<StarRating legend="How helpful was this?" onRate={onRate} />);
  await user.click(screen.getByRole('button', { name: 'Send rating' }));
  expect(onRate).not.toHaveBeenCalled();
  expect(screen.getByRole('group', { name: 'How helpful was this?' })).toHaveAccessibleDescription(
    'Choose one to five stars first.',
  );
  expect(screen.getByRole('radio', { name: '1 of 5, Not helpful' })).toHaveFocus();
});

test('a busy rating is not sent again', async () => {
  const user = userEvent.setup();
  const onRate = vi.fn();
  const { rerender } = render(<StarRating legend="How helpful was this?" onRate={onRate} />);
  await user.click(screen.getByRole('radio', { name: /^5 of 5/ }));
  rerender(<StarRating legend="How helpful was this?" onRate={onRate} busy />);
  await user.click(screen.getByRole('button', { name: 'Sending' }));
  expect(onRate).not.toHaveBeenCalled();
});

test('a sent rating is text', () => {
  render(<Rated value={4} />);
  expect(screen.getByText('Rated 4 of 5')).toBeVisible();
});

import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CountBadge } from './CountBadge';
import { Progress } from './Progress';
import { StateLabel } from './StateLabel';

test('a state is said in words', () => {
  render(<StateLabel state="begun">Draft</StateLabel>);
  expect(screen.getByText('Draft')).toBeVisible();
});

test('a count says what it counts', () => {
  render(<CountBadge count={3} label="waiting for you" />);
  expect(screen.getByText('3')).toHaveTextContent('3 waiting for you');
});

test('nothing is shown if nothing waits', () => {
  const { container } = render(<CountBadge count={0} label="waiting for you" />);
  expect(container).toBeEmptyDOMElement();
});

test('progress has a name and its values', () => {
  render(<Progress done={1} begun={1} total={3} label="1 of 3 forms sent, 1 is a draft" />);
  const progress = screen.getByRole('progressbar', { name: '1 of 3 forms sent, 1 is a draft' });
  expect(progress).toHaveAttribute('aria-valuenow', '1');
  expect(progress).toHaveAttribute('aria-valuemax', '3');
});

test('progress of nothing is not shown', () => {
  const { container } = render(<Progress done={0} total={0} label="No forms" />);
  expect(container).toBeEmptyDOMElement();
});

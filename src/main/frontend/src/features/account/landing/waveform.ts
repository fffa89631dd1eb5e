/** Loudness of the example from 0 to 1, in 96 steps: intro, verse, chorus, break, second chorus, end. */
const loudness = [
  14, 22, 17, 26, 19, 15, 24, 18, 28, 21, 16, 30, 38, 33, 47, 41, 36, 52, 44, 39, 57, 48, 42, 54, 37, 46, 59,
  51, 43, 56, 49, 62, 55, 71, 84, 76, 91, 68, 88, 97, 73, 86, 94, 79, 90, 66, 83, 95, 72, 87, 61, 29, 24, 33,
  27, 21, 35, 28, 40, 31, 45, 52, 39, 58, 63, 74, 89, 81, 96, 70, 92, 100, 78, 93, 85, 98, 75, 88, 99, 82, 94,
  69, 90, 77, 64, 58, 47, 53, 39, 44, 32, 26, 34, 22, 17, 12,
];

export const WAVE = { width: loudness.length * 6, height: 64 };

/** The path of an SVG image: a vertical stroke for each step. */
export function wavePath(): string {
  return loudness
    .map((percent, step) => {
      const stroke = (percent / 100) * WAVE.height;
      return `M${step * 6 + 3} ${((WAVE.height - stroke) / 2).toFixed(1)}v${stroke.toFixed(1)}`;
    })
    .join('');
}

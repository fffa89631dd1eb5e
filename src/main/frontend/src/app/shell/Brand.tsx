import { Link } from 'react-router';
import styles from './Brand.module.css';

/** The heights of the four faders. */
const faders = [
  { x: 4, y: 14 },
  { x: 10.7, y: 7 },
  { x: 17.3, y: 11 },
  { x: 24, y: 18 },
];

export function Brand() {
  return (
    <Link to="/" className={styles.brand}>
      <svg className={styles.mark} viewBox="0 0 28 28" aria-hidden="true">
        {faders.map(({ x, y }) => (
          <g key={x}>
            <line
              className={styles.lines}
              x1={x}
              x2={x}
              y1={3}
              y2={25}
              stroke="currentColor"
              strokeWidth={1.5}
            />
            <rect x={x - 3} y={y} width={6} height={4} rx={1} fill="currentColor" />
          </g>
        ))}
      </svg>
      how’s my track?
    </Link>
  );
}

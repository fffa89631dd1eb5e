// The connection of a script to the Java program that started it. Both sides send one JSON value per line: the program
// first sends the input of the script, and the script prints its steps and one result.
import { createInterface } from 'node:readline';

const lines = createInterface({ input: process.stdin });
const received = lines[Symbol.asyncIterator]();

async function read() {
  const { value, done } = await received.next();
  if (done) {
    throw new Error('The program that started this script has ended.');
  }
  return JSON.parse(value);
}

function write(value) {
  return new Promise((resolve) => process.stdout.write(JSON.stringify(value) + '\n', resolve));
}

/** Prints that the script has reached a step, and returns what the program sends to continue. */
export async function step(name, details = {}) {
  await write({ step: name, ...details });
  return read();
}

/** Libraries also throw lists of GraphQL errors, and the close events of WebSockets. */
function describe(error) {
  return error.stack ?? (error.code ? `${error.code} ${error.reason}` : JSON.stringify(error));
}

/** Calls the function with the input, and prints what it returns, or its error. Open connections do not delay the exit. */
export async function run(script) {
  lines.on('close', () => process.exit(1));
  try {
    await write({ result: await script(await read()) });
    process.exit(0);
  } catch (error) {
    await write({ failure: describe(error) });
    process.exit(1);
  }
}

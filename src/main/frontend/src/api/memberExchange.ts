import { makeOperation, mapExchange, type Exchange } from 'urql';
import { problemOf } from './problem';
import { signedInAs } from './signedInAs';

const OTHER_MEMBER = 'OTHER_MEMBER_SIGNED_IN';

/**
 * Tells the server with each operation for whom this document was loaded. All windows of a browser share one cookie: if another
 * member has signed in, the server executes nothing.
 *
 * @param onOtherMember is called when the server has refused an operation for this reason
 */
export function memberExchange(onOtherMember: () => void): Exchange {
  return mapExchange({
    onOperation: (operation) => {
      const member = signedInAs();
      return member === null
        ? operation
        : makeOperation(operation.kind, {
            ...operation,
            extensions: { ...operation.extensions, signedInAs: member },
          });
    },
    onError: (error) => {
      if (problemOf(error).code === OTHER_MEMBER) onOtherMember();
    },
  });
}

/** Answers to the corrections of operators. */
export const accepted = (type: string, more: object = {}) => ({
  data: {
    payload: { __typename: type, success: true, error: null, userErrors: [], ...more },
  },
});

export const rejected = (type: string, code: string, message: string, argument: string | null) => ({
  data: {
    payload: {
      __typename: type,
      success: false,
      error: message,
      userErrors: [{ __typename: 'UserError', code, message, argument }],
    },
  },
});

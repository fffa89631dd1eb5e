import { graphql } from '@/api/gql';

/** In a file of its own: the route loads the data at the same time as the code of the page. */
export const SettingsPageQuery = graphql(`
  query SettingsPage {
    userDetails {
      username
      ...AddressSection_user
      ...MailSection_user
    }
  }
`);

import { graphql } from '@/api/gql';

/** In a file of its own: the route loads the data at the same time as the code of the page. */
export const NoticesPageQuery = graphql(`
  query NoticesPage {
    notices {
      id
      read
      ...NoticeEntry_notice
    }
  }
`);

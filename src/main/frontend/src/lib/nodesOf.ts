type Connection<Node> = { edges: readonly { node: Node }[] };

export function nodesOf<Node>(connection: Connection<Node>): Node[] {
  return connection.edges.map(({ node }) => node);
}

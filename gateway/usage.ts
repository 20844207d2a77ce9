export const USAGE = `npm run gateway -- --supergraph FILE [options]

Serves a Federation 2 supergraph over HTTP subgraphs: HTTP, WebSocket and server-sent events at one address.

  --supergraph FILE            the composed supergraph
  --port N                     4000
  --host NAME                  0.0.0.0
  --path PATH                  /graphql
  --subgraph-url NAME=URL      where a subgraph is, if not where the supergraph says; may be repeated
  --jwks URL --issuer X --audience Y
                               verify bearer tokens; without them everybody is anonymous
  --internal-secret-file FILE  sign calls to subgraphs with the secret in it (32 characters or more)
  --forward-headers A,B        client headers passed on to subgraphs
  --cors-origins A,B           origins besides our own that browsers may call from
  --override-labels A,B        labels of progressive @override that are on
  --mask                       hide errors without a code from clients
  --no-introspection           answer no questions about the schema
  --drain-delay-ms N           0; how long readiness says no before anything closes
  --log-level LEVEL            silent, error, warn or info

Each is also an environment variable: --cors-origins is GATEWAY_CORS_ORIGINS.`;

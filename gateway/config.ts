import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const list = z.string().optional().transform((text) => (text ? text.split(',').map((each) => each.trim()).filter(Boolean) : []));
const port = z.coerce.number().int().min(0).max(65_535);

const Settings = z
  .strictObject({
    supergraph: z.string({ error: 'give the supergraph file: --supergraph FILE' }),
    port: port.default(4000),
    host: z.string().default('0.0.0.0'),
    path: z.string().startsWith('/').default('/graphql'),
    jwks: z.url().optional(),
    issuer: z.string().optional(),
    audience: z.string().optional(),
    'internal-secret-file': z.string().optional(),
    'forward-headers': list.transform((names) => names.map((name) => name.toLowerCase())),
    'cors-origins': list,
    'override-labels': list,
    'subgraph-url': z.array(z.string().regex(/^[^=]+=https?:\/\/.+/, 'write NAME=URL')).default([]),
    mask: z.boolean().default(false),
    'no-introspection': z.boolean().default(false),
    'log-level': z.enum(['silent', 'error', 'warn', 'info']).default('error'),
    'drain-delay-ms': z.coerce.number().int().min(0).default(0),
  })
  .refine(({ jwks, issuer, audience }) => (jwks === undefined) === (issuer === undefined) && (jwks === undefined) === (audience === undefined), {
    error: '--jwks, --issuer and --audience come together',
  });

export interface GatewayConfig {
  readonly supergraphSdl: string;
  readonly port: number;
  readonly host: string;
  readonly path: string;
  readonly auth?: { readonly keys: string; readonly issuer: string; readonly audience: string };
  readonly internalSecret?: string;
  readonly forwardHeaders: readonly string[];
  readonly corsOrigins: readonly string[];
  readonly overrideLabels: readonly string[];
  readonly urls: Readonly<Record<string, string>>;
  readonly mask: boolean;
  readonly introspection: boolean;
  readonly logLevel: string;
  readonly drainDelayMs: number;
}

/** Reads flags, then the environment (GATEWAY_PORT for --port). Throws an error that names what is wrong. */
export function readConfig(args: readonly string[], env: Readonly<Record<string, string | undefined>> = process.env): GatewayConfig {
  const parsed = Settings.safeParse({ ...fromEnvironment(env), ...fromFlags(args) });
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const { jwks, issuer, audience, ...given } = parsed.data;
  const secretFile = given['internal-secret-file'];
  return Object.freeze({
    supergraphSdl: readFileSync(given.supergraph, 'utf8'),
    port: given.port,
    host: given.host,
    path: given.path,
    auth: jwks && issuer && audience ? { keys: jwks, issuer, audience } : undefined,
    internalSecret: secretFile ? readSecret(secretFile) : undefined,
    forwardHeaders: given['forward-headers'],
    corsOrigins: given['cors-origins'],
    overrideLabels: given['override-labels'],
    urls: Object.fromEntries(given['subgraph-url'].map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])),
    mask: given.mask,
    introspection: !given['no-introspection'],
    logLevel: given['log-level'],
    drainDelayMs: given['drain-delay-ms'],
  });
}

export const FLAGS = Object.keys(Settings.shape) as (keyof typeof Settings.shape)[];
const BOOLEAN_FLAGS = new Set(['mask', 'no-introspection']);

function fromFlags(args: readonly string[]): Record<string, unknown> {
  const options = Object.fromEntries(FLAGS.map((name) => [name, { type: BOOLEAN_FLAGS.has(name) ? ('boolean' as const) : ('string' as const), multiple: name === 'subgraph-url' }]));
  return { ...parseArgs({ args: [...args], options, strict: true }).values };
}

function fromEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const name of FLAGS) {
    const value = env[`GATEWAY_${name.replaceAll('-', '_').toUpperCase()}`];
    if (value === undefined) continue;
    found[name] = BOOLEAN_FLAGS.has(name) ? value === 'true' : name === 'subgraph-url' ? value.split(',') : value;
  }
  return found;
}

function readSecret(file: string): string {
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 32) throw new Error('The internal secret must be at least 32 characters long.');
  return secret;
}

import { z } from 'zod';

const schema = z.object({
  port: z.coerce.number().int().min(0).max(65_535).default(4000),
  host: z.string().default('127.0.0.1'),
  /** Made and filled with demo data when empty. */
  dataDir: z.string().default('.data'),
  /** First of eight ports on which the subgraphs answer another gateway; none when absent. */
  subgraphPort: z.coerce.number().int().min(1).max(65_000).optional(),
  logLevel: z.enum(['silent', 'error', 'warn', 'info']).default('warn'),
});

export type StartConfig = Readonly<z.infer<typeof schema>>;

/** Settings of the all-in-one process. @throws an error that names the setting that is wrong */
export function readStartConfig(env: NodeJS.ProcessEnv): StartConfig {
  const parsed = schema.safeParse({ port: env.PORT, host: env.HOST, dataDir: env.DATA_DIR, subgraphPort: env.SUBGRAPH_PORT, logLevel: env.LOG_LEVEL });
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  return Object.freeze(parsed.data);
}

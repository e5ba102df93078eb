/** A real nginx of our own in a temporary folder, and an upstream behind it that breaks off. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createPlain } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = ['nginx', '/usr/sbin/nginx'].find((path) => spawnSync(path, ['-v']).status === 0);

/** Is there an nginx on this computer? */
export const hasNginx = program !== undefined;

async function freePort(): Promise<number> {
  const server = createPlain();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Promises a file and breaks off in the middle; `/endless` never ends. */
async function brokenHost(): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url === '/endless') {
      const more = setInterval(() => response.write('x'.repeat(65536)), 1);
      response.on('close', () => clearInterval(more));
      return;
    }
    response.writeHead(200, { 'content-length': '5000', 'content-type': 'application/json' });
    response.write('{"format":"said-before-pack-index",');
    setTimeout(() => response.destroy(), 50);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
}

const config = (folder: string, port: number, broken: number): string => `
${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
events { worker_connections 64; }
http {
  log_format asked '$request_uri|$status|$http_if_none_match|$http_cookie|$http_referer|$http_origin|$http_accept_encoding';
  access_log ${folder}/access.log asked;
  client_body_temp_path ${folder}/t1; proxy_temp_path ${folder}/t2; fastcgi_temp_path ${folder}/t3;
  uwsgi_temp_path ${folder}/t4; scgi_temp_path ${folder}/t5;
  types { application/json json; application/gzip gz; }
  server {
    listen 127.0.0.1:${port};
    root ${folder}/www;
    add_header Set-Cookie "seen=1; Path=/";
    location /zipped/ { alias ${folder}/www/; gzip on; gzip_min_length 1; gzip_types application/json; }
    location /unpacked/ { alias ${folder}/www/; location ~ \\.gz$ { add_header Content-Encoding gzip; } }
    location /throttled/ { alias ${folder}/www/; limit_rate 30k; }
    location /slow/ { alias ${folder}/www/; limit_rate 20; }
    location /away/ { return 302 http://localhost:${port}$request_uri; }
    location /moved/ { return 301 /index.json; }
    location /error/ { return 503; }
    location /broken/ { proxy_pass http://127.0.0.1:${broken}/; proxy_buffering off; }
  }
}`;

export class Nginx {
  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly child: ChildProcess,
    private readonly broken: Server,
  ) {}

  static async start(): Promise<Nginx> {
    const folder = mkdtempSync(join(tmpdir(), 'said-before-nginx-'));
    mkdirSync(join(folder, 'www'));
    const [port, broken] = [await freePort(), await brokenHost()];
    writeFileSync(join(folder, 'nginx.conf'), config(folder, port, (broken.address() as AddressInfo).port));
    const child = spawn(program as string, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
    const own = new Nginx(folder, port, child, broken);
    for (let tries = 0; tries < 100; tries += 1) {
      if (await fetch(own.url('/')).catch(() => null)) return own;
      await new Promise((later) => setTimeout(later, 50));
    }
    await own.stop();
    throw new Error('nginx did not start');
  }

  url(path: string): string {
    return `http://127.0.0.1:${this.port}${path}`;
  }

  /** Puts files into its root. */
  put(files: Record<string, string | Uint8Array>): void {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(this.folder, 'www', name), content);
  }

  /** Bytes of a file in its root. */
  size(name: string): number {
    return statSync(join(this.folder, 'www', name)).size;
  }

  /** What it was asked so far: path, status, and the headers that matter. */
  asked(): { path: string; status: string; etag: string; cookie: string; referrer: string; origin: string }[] {
    return readFileSync(join(this.folder, 'access.log'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => {
        const [path = '', status = '', etag = '', cookie = '', referrer = '', origin = ''] = line.split('|');
        return { path, status, etag, cookie, referrer, origin };
      });
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.child.once('exit', done));
    this.child.kill('SIGTERM');
    this.broken.closeAllConnections();
    this.broken.close();
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

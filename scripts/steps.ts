import { spawn } from 'node:child_process';

export type Step = { name: string; command: string; args: string[]; env?: Record<string, string>; show?: boolean };

/** Runs steps, some at a time. Prints one line each, and all that a failing step said. True when every step went well. */
export async function runSteps(steps: Step[], atOnce: number, onOutput?: (step: Step, output: string) => void): Promise<boolean> {
  const waiting = [...steps];
  let good = true;
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const started = performance.now();
      const { code, output } = await runStep(step);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${step.name} (${seconds} s)`);
      if (code !== 0) console.log(failures(output));
      else if (step.show === true) console.log(output);
      onOutput?.(step, output);
      good = good && code === 0;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return good;
}

/** What a failing step said, the failures first: node:test tells them once more, whole, at its end. What went well is left out. */
function failures(output: string): string {
  const lines = output.split('\n').filter((line) => !/^\s*(✔|ok \d)/.test(line));
  const at = lines.findIndex((line) => line.startsWith('✖ failing tests'));
  return at < 0 ? lines.join('\n') : [...lines.slice(at), 'Before that:', ...lines.slice(0, at)].join('\n');
}

function runStep(step: Step): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(step.command, step.args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...step.env } });
    let output = '';
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    child.stderr.on('data', (part: Buffer) => (output += part.toString()));
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

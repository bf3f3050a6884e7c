import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import prettier from 'prettier';
import { root } from './toolchain.mjs';

const template = path.join(root, 'templates/source');

/** Files of a built or installed package: they are no part of the template. */
const leftOut = new Set(['node_modules', 'dist', 'coverage']);

/** How a name such as `my-tool` is written: as an identifier, a type, a package and a title. */
function spellingsOf(name) {
  const words = name.split('-');
  const capital = word => word[0].toUpperCase() + word.slice(1);
  const pascal = words.map(capital).join('');
  return [
    ['SAMPLE_TOOL', words.join('_').toUpperCase()],
    ['SampleTool', pascal],
    ['sampleTool', pascal[0].toLowerCase() + pascal.slice(1)],
    ['sample-tool', name],
    ['Sample tool', capital(words.join(' '))],
  ];
}

/** Longer or shorter names break lines elsewhere. */
function formatted(file, text) {
  const options = prettier.resolveConfig.sync(file, { editorconfig: true });
  return prettier.format(text, { ...options, filepath: file });
}

/** Writes a source module of that name into `plugins/`, and gives its folder. Throws when the name cannot be used or is taken. */
export function newSource(name) {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name ?? '')) {
    throw new Error(
      'The name must be of lower-case words with dashes, such as my-tool',
    );
  }
  const folder = `plugins/multicluster-backend-module-${name}`;
  const target = path.join(root, folder);
  if (fs.existsSync(target)) {
    throw new Error(`${folder} is there already`);
  }
  const spellings = spellingsOf(name);
  const spelled = text =>
    spellings.reduce((all, [from, to]) => all.split(from).join(to), text);
  const copy = (from, to) => {
    fs.mkdirSync(to, { recursive: true });
    for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
      const source = path.join(from, entry.name);
      const copied = path.join(to, spelled(entry.name));
      if (entry.isDirectory()) {
        if (!leftOut.has(entry.name)) {
          copy(source, copied);
        }
      } else {
        const text = spelled(fs.readFileSync(source, 'utf8'));
        fs.writeFileSync(copied, formatted(copied, text));
      }
    }
  };
  copy(template, target);
  return folder;
}

/** What is to be done next; docs/contributing/new-source.md says the same with the reasons. */
export function nextSteps(name, folder) {
  const [, , [, key]] = spellingsOf(name);
  return `${folder} is there. Next:

  1. yarn install
  2. yarn workspace backend add '@fairway/backstage-plugin-multicluster-backend-module-${name}@workspace:^'
  3. packages/backend/src/index.ts:
       backend.add(
         import('@fairway/backstage-plugin-multicluster-backend-module-${name}'),
       );
  4. app-config.yaml:
       multicluster:
         ${key}:
           instances:
             - name: ${name}
               url: http://127.0.0.1:7099
               token: fake-token
         matching:
           pipelines:
             - source: ${name}
               name: hello-world
               owner: group:default/team-canary
  5. yarn workspace @fairway/backstage-plugin-multicluster-backend-module-${name} fake
     and, beside it, yarn dev; then look at http://localhost:3000/multicluster/pipelines

docs/contributing/new-source.md leads on from here.
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const [, , name] = process.argv;
    process.stdout.write(nextSteps(name, newSource(name)));
  } catch (error) {
    process.stderr.write(`${error.message}\nUsage: yarn new-source <name>\n`);
    process.exitCode = 1;
  }
}

import type { Overriders } from '../model/Policy';

type ImageOverrider = NonNullable<Overriders['imageOverrider']>[number];

interface ImageParts {
  registry: string;
  repository: string;
  tag: string;
}

function parse(image: string): ImageParts {
  const [, name, tag = ''] = /^(.*?)([:@][^/]*)?$/.exec(image)!;
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const hasRegistry = /[.:]/.test(first) || first === 'localhost';
  return {
    registry: hasRegistry ? first : '',
    repository: hasRegistry ? name.slice(slash + 1) : name,
    tag,
  };
}

function change(
  part: string,
  { operator, value = '' }: ImageOverrider,
): string {
  if (operator === 'remove') {
    return '';
  }
  return operator === 'add' ? `${part}${value}` : value;
}

/** An image after one override of its registry, repository or tag. */
export function overrideImage(image: string, rule: ImageOverrider): string {
  const parts = parse(image);
  if (rule.component === 'Registry') {
    parts.registry = change(parts.registry, rule);
  } else if (rule.component === 'Repository') {
    parts.repository = change(parts.repository, rule);
  } else {
    const separator = parts.tag.startsWith('@') ? '@' : ':';
    const tag = change(parts.tag.slice(1), rule);
    parts.tag = tag && `${separator}${tag}`;
  }
  const prefix = parts.registry && `${parts.registry}/`;
  return `${prefix}${parts.repository}${parts.tag}`;
}

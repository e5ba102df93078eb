/** What assistive technology gets: the browser's own accessibility tree, as Chromium hands it to a screen reader. */
import type { Page } from '@playwright/test';

export interface Heard {
  role: string;
  name: string;
  /** What is said after the name: a full date, what a short word stands for. */
  description: string;
  /** Properties that are set: `expanded`, `selected`, `modal`, `live`… */
  state: Record<string, unknown>;
  within: Heard[];
}

interface AxNode {
  nodeId: string;
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  description?: { value: string };
  properties?: { name: string; value: { value?: unknown } }[];
  childIds?: string[];
}

/** The page's tree without what is never spoken (boxes without a role, pieces of lines). */
export async function heard(page: Page): Promise<Heard> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = (id: string): Heard[] => {
    const node = byId.get(id);
    if (!node) return [];
    const within = (node.childIds ?? []).flatMap(read);
    const role = node.role?.value ?? 'none';
    if (node.ignored || /^(none|generic|InlineTextBox)$/.test(role)) return within;
    const state = Object.fromEntries(
      (node.properties ?? []).flatMap(({ name, value }) =>
        value.value === undefined || value.value === false || value.value === 'false' ? [] : [[name, value.value]],
      ),
    );
    return [{ role, name: node.name?.value ?? '', description: node.description?.value ?? '', state, within }];
  };
  const [root] = read(nodes[0]?.nodeId ?? '');
  if (!root) throw new Error('the page has no accessibility tree');
  return root;
}

/** All of a tree in the order in which it is read. */
export const inOrder = (top: Heard): Heard[] => [top, ...top.within.flatMap(inOrder)];

/** The first with this role and a fitting name; fails where there is none. */
export function find(top: Heard, role: string, name: RegExp = /(?:)/): Heard {
  const found = inOrder(top).find((one) => one.role === role && name.test(one.name));
  if (!found) throw new Error(`nothing is heard as ${role} ${name}`);
  return found;
}

/** The text that is read out within, pieces joined as they stand. */
export const textOf = (top: Heard): string =>
  inOrder(top)
    .filter(({ role }) => role === 'StaticText')
    .map(({ name }) => name)
    .join('');

/** What can be reached with Tab or the arrows, and what stands as a landmark or heading, in order: "role name". */
export const outline = (top: Heard): string[] =>
  inOrder(top)
    .filter(({ role }) =>
      /^(heading|button|link|tab|tablist|tabpanel|region|list|listitem|blockquote|dialog|status|menu|menuitem|DisclosureTriangle)$/.test(
        role,
      ),
    )
    .map(({ role, name }) => `${role} ${name}`.trim());

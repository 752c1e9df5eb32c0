import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs, ServerBuild } from '@remix-run/node';
import { admission, type Access } from '~/identity/access';
import { roleNames } from '~/identity/roles';
import { forbidden } from '~/ui/http';
import { paths } from '~/ui/paths';

/** What the gate notes about one request, for the log and for the answer. */
interface Passage {
  /** Pattern of the route that answered, e.g. '/massnahmen/:slug'. */
  route: string;
  /** The gate itself refused: no code of the route has run. */
  wasRefused: boolean;
}

/** The load context as our server makes it: what routes may read, and the gate's own note. */
export interface GateContext extends AppLoadContext {
  readonly passage: Passage;
}

type Door = LoaderFunctionArgs | ActionFunctionArgs;
type RouteManifest = ServerBuild['routes'];
type Route = NonNullable<RouteManifest[string]>;
type RouteModule = Route['module'];

/**
 * Which answer a door gives. Files (a PDF, JSON) answer with themselves; when
 * they cannot, the same door is asked again as a page, so that people read a
 * page and not a bare status.
 */
export type Answering = 'asDeclared' | 'asPage';

/**
 * The one gate: a copy of the build in which no loader and no action of any
 * route runs before its `handle.access` has let the actor in.
 *
 * The guard sits on the functions themselves, not on the address: whatever way
 * leads to them (page, `.data`, file, form), Remix' own matching decides which
 * route it is, so gate and router can never disagree. A route that declares
 * nothing lets nobody in. The root is the shell around every page, the refusal
 * too, and stays open.
 */
export function guardBuild(build: ServerBuild, answering: Answering): ServerBuild {
  const routes: RouteManifest = {};
  for (const [id, route] of Object.entries(build.routes)) {
    routes[id] = id === 'root' ? route : { ...route, module: guardModule(route, answering) };
  }
  return { ...build, routes };
}

/** The access a route module declares; undefined where it declares none. */
export function declaredAccess(module: { readonly handle?: unknown }): Access | undefined {
  const { handle } = module;
  if (typeof handle !== 'object' || handle === null || !('access' in handle)) return undefined;
  return handle.access as Access;
}

function guardModule(route: Route, answering: Answering): RouteModule {
  const { module } = route;
  const access = declaredAccess(module);
  const pattern = `/${route.path ?? ''}`;
  const enter = (door: Door) => {
    const context = door.context as GateContext;
    context.passage.route = pattern;
    context.passage.wasRefused = true;
    requireAdmission(access, context, door.request);
    context.passage.wasRefused = false;
  };
  return {
    ...module,
    ...(module.default ? {} : partsOfFile(module, answering)),
    // Also where the route has no loader of its own: its page must not open without one.
    loader: async (args: LoaderFunctionArgs) => {
      enter(args);
      if (module.loader) return module.loader(args);
      if (module.default) return null;
      throw notAllowed('POST');
    },
    action: async (args: ActionFunctionArgs) => {
      enter(args);
      if (!module.action) throw notAllowed('GET, HEAD');
      return module.action(args);
    },
  };
}

/**
 * A file has no page of its own, but may bring the page that says why it cannot be
 * given (`ErrorBoundary`). Remix takes every module with one of the two for a page,
 * so the file is asked for without them, and the page with both.
 */
function partsOfFile(module: RouteModule, answering: Answering): Partial<RouteModule> {
  if (answering === 'asDeclared') return { ErrorBoundary: undefined };
  return { default: () => null };
}

function notAllowed(allow: string) {
  return data(null, { status: 405, headers: { Allow: allow } });
}

function requireAdmission(access: Access | undefined, context: GateContext, request: Request): void {
  switch (admission(access, context.actor)) {
    case 'admitted':
      return;
    case 'signInFirst':
      throw redirect(paths.signIn(addressToReturnTo(request)));
    case 'refused':
      throw forbidden(namesOf(access));
  }
}

/** A form's address answers GET with the page the form stood on; its content is not carried along. */
function addressToReturnTo(request: Request): string | undefined {
  const { pathname, search } = new URL(request.url);
  const address = pathname + search;
  return address === '/' ? undefined : address;
}

function namesOf(access: Access | undefined): string {
  return access?.kind === 'roles' ? access.roles.map((role) => roleNames[role]).join(', ') : '';
}

import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';

import type { App } from '../../../src/app';
import type { Action } from '../../../src/platform/access';
import { ACTION } from '../../../src/platform/http/action';

export interface Route {
  /** `POST /needs/:id/answers` */
  name: string;
  action: Action | undefined;
}

/** Every route of the running server, read off its controllers. */
export function routesOf({ nest }: App): Route[] {
  const controllers = [...nest.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    const base = Reflect.getMetadata(PATH_METADATA, metatype as object) as string;
    const prototype = (metatype as { prototype: Record<string, unknown> }).prototype;
    return Object.getOwnPropertyNames(prototype).flatMap((method) => {
      if (method === 'constructor') return [];
      const handler = prototype[method] as object;
      const path = Reflect.getMetadata(PATH_METADATA, handler) as string | undefined;
      if (path === undefined) return [];
      const verb = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number];
      const name = `${verb} /${[base, path]
        .flatMap((part) => part.split('/'))
        .filter(Boolean)
        .join('/')}`;
      return [{ name, action: Reflect.getMetadata(ACTION, handler) as Action | undefined }];
    });
  });
}

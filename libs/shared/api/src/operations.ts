import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS, type AccessRule } from './access';

const RESOLVER_TYPE = 'graphql:resolver_type';
const RESOLVER_NAME = 'graphql:resolver_name';
const ROUTE_PATH = 'path';
const ROOT_TYPES = new Set(['Query', 'Mutation', 'Subscription']);

/** Every operation the API offers, with who may call it. Its creation fails when one does not say. */
@Injectable()
export class Operations implements OnModuleInit {
  private readonly rules = new Map<string, AccessRule>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit() {
    const undeclared: string[] = [];
    for (const { name, handler } of this.handlers()) {
      const rule = this.reflector.get<AccessRule | undefined>(ACCESS, handler);
      if (rule) this.rules.set(name, rule);
      else undeclared.push(name);
    }
    if (undeclared.length > 0) {
      throw new Error(`Sans @Access, l'API ne démarre pas : ${undeclared.join(', ')}.`);
    }
  }

  /** Names such as `Query.results` or `GET /exports/…` with their rules. */
  all(): ReadonlyMap<string, AccessRule> {
    return this.rules;
  }

  private *handlers(): Generator<{ name: string; handler: (...args: never[]) => unknown }> {
    for (const wrapper of [...this.discovery.getProviders(), ...this.discovery.getControllers()]) {
      const instance: unknown = wrapper.instance;
      if (typeof instance !== 'object' || instance === null) continue;
      const prototype: unknown = Object.getPrototypeOf(instance);
      if (typeof prototype !== 'object' || prototype === null) continue;
      for (const method of this.scanner.getAllMethodNames(prototype)) {
        const handler = (prototype as Record<string, (...args: never[]) => unknown>)[method];
        if (!handler) continue;
        const type: unknown = Reflect.getMetadata(RESOLVER_TYPE, handler);
        const path: unknown = Reflect.getMetadata(ROUTE_PATH, handler);
        if (typeof type === 'string' && ROOT_TYPES.has(type)) {
          const field: unknown = Reflect.getMetadata(RESOLVER_NAME, handler);
          yield { name: `${type}.${typeof field === 'string' ? field : method}`, handler };
        } else if (path !== undefined) {
          yield { name: `${wrapper.name as string}.${method}`, handler };
        }
      }
    }
  }
}

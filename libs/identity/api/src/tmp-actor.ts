import { Injectable } from '@nestjs/common';
import { ActorSource } from '@preau/shared-api';
import { VISITOR } from '@preau/shared-domain';
@Injectable()
export class SessionActors extends ActorSource {
  async actorOf() { return VISITOR; }
}

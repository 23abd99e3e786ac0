import { createHash } from 'node:crypto';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Access } from '@preau/shared-api';
import type { Request, Response } from 'express';
import { atomXml, type AtomFeed } from './atom';
import { FeedsService } from './feeds.service';

/** Readers ask again and again, all of them at once: shared caches may answer for a minute. */
const CACHE_SECONDS = 60;

@Controller('feeds')
export class FeedsController {
  constructor(private readonly service: FeedsService) {}

  @Get(':consultation/themes/:theme.atom')
  @Access('public')
  async theme(
    @Param('consultation') consultation: string,
    @Param('theme') theme: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    send(await this.service.ofTheme(consultation, theme), request, response);
  }

  @Get(':consultation/topics/:topic.atom')
  @Access('public')
  async topic(
    @Param('consultation') consultation: string,
    @Param('topic') topicId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    send(await this.service.ofTopic(consultation, topicId), request, response);
  }
}

/** Says nothing again to whoever has it already. */
function send(feed: AtomFeed, request: Request, response: Response) {
  const xml = atomXml(feed);
  response.setHeader('cache-control', `public, max-age=${CACHE_SECONDS}`);
  response.setHeader('etag', `"${createHash('sha256').update(xml).digest('base64url')}"`);
  response.setHeader('last-modified', feed.updatedAt.toUTCString());
  if (request.fresh) response.status(304).end();
  else response.type('application/atom+xml; charset=utf-8').send(xml);
}

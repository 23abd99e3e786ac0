import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Access } from './access';

@Controller('health')
export class HealthController {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** The process runs. */
  @Get('live')
  @Access('public')
  live() {
    return { status: 'ok' };
  }

  /** The process can serve: its database answers. */
  @Get('ready')
  @Access('public')
  async ready() {
    try {
      await this.database.query('SELECT 1');
    } catch {
      throw new ServiceUnavailableException('database');
    }
    return { status: 'ok' };
  }
}

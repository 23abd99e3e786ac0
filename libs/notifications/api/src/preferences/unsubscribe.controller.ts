import { Controller, HttpCode, Post, Query } from '@nestjs/common';
import { Access, badInput } from '@preau/shared-api';
import { Preferences } from './preferences.service';

/**
 * A mail reader's own « unsubscribe » button (RFC 8058): a POST to the link of the mail, without a cookie or a page. The same
 * address, opened in a browser, is a page with a button: scanners that follow links end nothing.
 */
@Controller('desabonnement')
export class UnsubscribeController {
  constructor(private readonly service: Preferences) {}

  @Post()
  @Access('public')
  @HttpCode(200)
  async oneClick(@Query('jeton') token: unknown): Promise<string> {
    const result = await this.service.unsubscribe(typeof token === 'string' ? token : '');
    if ('code' in result) throw badInput('Ce lien de désabonnement n’est pas valable.');
    return 'Vous ne recevrez plus ces courriels.';
  }
}

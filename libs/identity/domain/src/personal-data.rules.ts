const DAY = 86_400_000;

/** How long, in days, prepared data can be downloaded by their owner. */
export const DATA_EXPORT_DAYS = 7;

/** When data prepared now stop being downloadable. */
export const dataExportExpiry = (now: Date): Date => new Date(now.getTime() + DATA_EXPORT_DAYS * DAY);

/**
 * How long, in days, a host keeps from where something was published: neither less nor more (French law no. 2004-575,
 * article 6; decree no. 2021-1362, article 6 and following).
 */
export const CONNECTION_DAYS = 365;

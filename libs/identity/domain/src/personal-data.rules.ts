const DAY = 86_400_000;

/** How long, in days, prepared data can be downloaded by their owner. */
export const DATA_EXPORT_DAYS = 7;

/** When data prepared now stop being downloadable. */
export const dataExportExpiry = (now: Date): Date => new Date(now.getTime() + DATA_EXPORT_DAYS * DAY);

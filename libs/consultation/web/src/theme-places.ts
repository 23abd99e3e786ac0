import type { ComponentType } from 'react';

/**
 * A part of a theme's page that another domain brings: its debates, resources, meetings or syntheses. It shows a section
 * with a level 2 heading once there is something of this theme to show, and nothing before.
 */
export type ThemePlace = ComponentType<{ readonly consultation: string; readonly theme: string }>;

import type { Metadata } from 'next';
import { CataloguePage } from '@/components/models/catalogue-page';
import { ThemeMenu } from '@/components/playground/theme-menu';

export const metadata: Metadata = {
  title: 'Models · OpenRouter Playground',
  description: 'Every model behind OpenRouter, and what a month of your calls would cost on it.',
};

export default function Page() {
  return <CataloguePage menu={<ThemeMenu />} />;
}

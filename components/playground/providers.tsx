'use client';
import { QueryClientProvider } from '@tanstack/react-query';
import { ThemeProvider } from 'next-themes';
import { type ReactNode, useState } from 'react';
import { Announcer } from '@/components/ui/announcer';
import { Toaster } from '@/components/ui/toaster';
import { Tooltips } from '@/components/ui/tooltip';
import { queryClient } from '@/lib/browser/query-client';

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(queryClient);
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange>
      <QueryClientProvider client={client}>
        {children}
        <Toaster />
        <Tooltips />
        <Announcer />
      </QueryClientProvider>
    </ThemeProvider>
  );
}

'use client';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuRadioItem } from '@/components/ui/menu-item';
import { words } from './words';

const CHOICES = [
  { value: 'light', icon: Sun },
  { value: 'dark', icon: Moon },
  { value: 'system', icon: Monitor },
] as const;

export function ThemeMenu() {
  const { theme, setTheme } = useTheme();
  return (
    <Menu
      label={words.theme.label}
      align="end"
      trigger={(props) => (
        <IconButton {...props} label={words.theme.label}>
          {/* By the class on the page, not by state: the first HTML knows no theme. */}
          <Sun size={16} className="dark:hidden" aria-hidden />
          <Moon size={16} className="hidden dark:block" aria-hidden />
        </IconButton>
      )}
    >
      {CHOICES.map(({ value, icon: Icon }) => (
        <MenuRadioItem
          key={value}
          checked={theme === value}
          icon={<Icon size={16} aria-hidden />}
          onSelect={() => setTheme(value)}
        >
          {words.theme[value]}
        </MenuRadioItem>
      ))}
    </Menu>
  );
}

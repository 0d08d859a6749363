'use client';
import { KeyRound, Menu, SlidersHorizontal, SquarePen } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { PaneTabs, type PaneTabsProps } from './pane-tabs';
import { ThemeMenu } from './theme-menu';
import { words } from './words';

interface HeaderProps {
  tabs: PaneTabsProps;
  zoneOpen: boolean;
  onToggleZone: () => void;
  panelOpen: boolean;
  onNew: () => void;
  onToggleParameters: () => void;
  onOpenKey: () => void;
}

export function Header(props: HeaderProps) {
  const { tabs, zoneOpen, onToggleZone, panelOpen, onNew, onToggleParameters, onOpenKey } = props;
  return (
    <header className="flex h-12 shrink-0 items-center gap-1 border-b border-line bg-surface px-2 sm:gap-2 sm:px-4">
      {/* Narrower, it is a drawer, which is closed whenever this can be pressed. */}
      <IconButton
        id="left-zone"
        label={words.zone}
        shortcut="⌘B"
        aria-expanded={zoneOpen}
        className="max-lg:hidden"
        onClick={onToggleZone}
      >
        <Menu size={16} aria-hidden />
      </IconButton>
      <IconButton label={words.zone} aria-haspopup="dialog" className="lg:hidden" onClick={onToggleZone}>
        <Menu size={16} aria-hidden />
      </IconButton>
      <h1 className="sr-only sm:not-sr-only sm:pe-2 sm:text-sm sm:font-semibold sm:whitespace-nowrap">{words.name}</h1>
      <PaneTabs {...tabs} />
      <IconButton label={words.newConversation} shortcut="⌘⇧O" onClick={onNew}>
        <SquarePen size={16} aria-hidden />
      </IconButton>
      {/* Narrower, they are a drawer, which is closed whenever this can be pressed. */}
      <IconButton
        id="parameters-button"
        label={panelOpen ? words.hideParameters : words.showParameters}
        shortcut="⌘."
        className="max-lg:hidden"
        onClick={onToggleParameters}
      >
        <SlidersHorizontal size={16} aria-hidden />
      </IconButton>
      <IconButton label={words.showParameters} className="lg:hidden" onClick={onToggleParameters}>
        <SlidersHorizontal size={16} aria-hidden />
      </IconButton>
      <IconButton label={words.key} aria-haspopup="dialog" onClick={onOpenKey}>
        <KeyRound size={16} aria-hidden />
      </IconButton>
      <ThemeMenu />
    </header>
  );
}

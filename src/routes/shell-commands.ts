import type { Command, CommandRegistry, Theme } from '$lib/ui';

interface Parts {
  readonly commands: CommandRegistry;
  readonly theme: Theme;
  readonly home: () => unknown;
}

/** What the palette offers on every screen. */
export function shellCommands({ commands, theme, home }: Parts): readonly Command[] {
  return [
    {
      id: 'palette',
      label: 'Open the command palette',
      group: 'General',
      shortcut: 'mod+k',
      whileTyping: true,
      hidden: true,
      run: () => {
        commands.paletteOpen = true;
      }
    },
    {
      id: 'shortcuts',
      label: 'Keyboard shortcuts',
      also: 'help, keys',
      group: 'General',
      shortcut: '?',
      run: () => {
        commands.helpOpen = true;
      }
    },
    { id: 'go-cadences', label: 'Go to cadences', also: 'library', group: 'Go to', run: home },
    {
      id: 'theme-light',
      label: 'Use the light theme',
      group: 'Look',
      run: () => theme.choose('light')
    },
    {
      id: 'theme-dark',
      label: 'Use the dark theme',
      group: 'Look',
      run: () => theme.choose('dark')
    },
    {
      id: 'theme-system',
      label: 'Use the system’s theme',
      group: 'Look',
      run: () => theme.choose('system')
    }
  ];
}

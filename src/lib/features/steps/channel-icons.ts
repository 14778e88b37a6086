import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import CircleCheck from '@lucide/svelte/icons/circle-check-big';
import FileText from '@lucide/svelte/icons/file-text';
import Mail from '@lucide/svelte/icons/mail';
import MessageSquare from '@lucide/svelte/icons/message-square';
import Phone from '@lucide/svelte/icons/phone';
import Presentation from '@lucide/svelte/icons/presentation';
import Share2 from '@lucide/svelte/icons/share-2';
import SquareCheck from '@lucide/svelte/icons/square-check';

/** What stands for a channel, wherever one is shown. */
export const CHANNEL_ICONS = {
  email: Mail,
  call: Phone,
  sms: MessageSquare,
  social: Share2,
  meeting: CalendarClock,
  demo: Presentation,
  task: SquareCheck,
  approval: CircleCheck,
  document: FileText
} as const;

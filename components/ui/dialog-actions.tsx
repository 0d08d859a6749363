import { Button } from './button';

interface DialogActionsProps {
  cancel: string;
  onCancel: () => void;
  action: string;
  /** Why it cannot be done now. */
  disabledReason?: string | undefined;
  /** What the action does; the id of the form that it sends, where the dialog has one. */
  onAction: (() => void) | { form: string };
}

/** The foot of a dialog that asks: the way out, and what it was opened for. */
export function DialogActions({ cancel, onCancel, action, disabledReason, onAction }: DialogActionsProps) {
  const does = typeof onAction === 'function' ? { onClick: onAction } : { type: 'submit' as const, ...onAction };
  return (
    <>
      <Button onClick={onCancel}>{cancel}</Button>
      <Button variant="primary" disabledReason={disabledReason} {...does}>
        {action}
      </Button>
    </>
  );
}

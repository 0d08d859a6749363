'use client';
import { Banner } from './banner';
import { Button } from './button';
import { Dialog } from './dialog';

interface ProblemDialogProps {
  title: string;
  problem: string;
  close: string;
  onClose: () => void;
}

/** Says why something cannot be done; there is nothing to decide. */
export function ProblemDialog({ title, problem, close, onClose }: ProblemDialogProps) {
  return (
    <Dialog open title={title} onClose={onClose} footer={<Button onClick={onClose}>{close}</Button>}>
      <Banner tone="danger" role="alert">
        {problem}
      </Banner>
    </Dialog>
  );
}

export {
  byInterest,
  CONSULTATION_PHASES,
  daysLeft,
  phaseOf,
  publicReport,
  type ConsultationDates,
  type ConsultationPhase,
} from './phase';

export {
  byInterest,
  CONSULTATION_PHASES,
  daysLeft,
  phaseOf,
  type ConsultationDates,
  type ConsultationPhase,
} from './phase';

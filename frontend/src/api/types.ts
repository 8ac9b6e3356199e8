// Short names for the server's own types, so that pages do not spell out the generated file.
import type { components } from './schema';

type Schemas = components['schemas'];

export type Branch = Schemas['Branch'];
export type Candidate = Schemas['Candidate'];
export type Certificate = Schemas['Certificate'];
export type Consent = Schemas['Consent'];
export type Degree = Schemas['Degree'];
export type ErrorCode = Schemas['ErrorCode'];
export type FieldError = Schemas['FieldError'];
export type Identity = Schemas['IdentityInput'];
export type Line = Schemas['Line'];
export type Match = Schemas['Match'];
export type Organisation = Schemas['OrganisationBody'];
export type OrganisationInput = Schemas['OrganisationInput'];
export type OwnProfile = Schemas['OwnProfileBody'];
export type PartKind = Schemas['PartKind'];
export type Pay = Schemas['PayBody'];
export type OwnPosition = Schemas['OwnPositionBody'];
export type PositionCard = Schemas['PositionCard'];
export type PositionDetail = Schemas['PositionBody'];
export type SearchBody = Schemas['SearchBody'];
export type Requirement = Schemas['Requirement'];
export type Problem = Schemas['Problem'];
export type Profile = Schemas['Profile'];
export type ProfileInput = Schemas['ProfileInput'];
export type Purpose = Schemas['Purpose'];
export type Question = Schemas['Question'];
export type Role = Schemas['Role'];
export type Session = Schemas['SessionBody'];
export type Shift = Schemas['Shift'];
export type Verdict = Schemas['Verdict'];
export type PayUnit = Schemas['PayUnit'];
export type PositionInput = Schemas['PositionInput'];
export type Reach = Schemas['Reach'];
export type Step = Schemas['StepKind'];
export type Unlawful = Schemas['UnlawfulBody'];

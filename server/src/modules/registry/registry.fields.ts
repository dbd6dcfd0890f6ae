import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import {
  identityNumberError,
  isIdentityNumber,
  isPhoneNumber,
  normalizeIdentityNumber,
  normalizePhoneNumber,
  phoneNumberError,
} from '@tanfang/shared';
import { Transform } from 'class-transformer';
import {
  IsDefined,
  IsOptional,
  Validate,
  ValidatorConstraint,
  type ValidationArguments,
  type ValidatorConstraintInterface,
} from 'class-validator';

@ValidatorConstraint({ name: 'identityNumber' })
class IdentityNumberRule implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return typeof value === 'string' && isIdentityNumber(value);
  }

  defaultMessage({ value }: ValidationArguments): string {
    return (typeof value === 'string' ? identityNumberError(value) : null) ?? '身份证号要是文字';
  }
}

@ValidatorConstraint({ name: 'phoneNumber' })
class PhoneNumberRule implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return typeof value === 'string' && isPhoneNumber(value);
  }

  defaultMessage({ value }: ValidationArguments): string {
    return (typeof value === 'string' ? phoneNumberError(value) : null) ?? '电话要是文字';
  }
}

/** The longest a person may type, with spaces and dashes, before it is not looked at any more. */
const LONGEST = 40;

const normalised = (normalise: (typed: string) => string) =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && value.length <= LONGEST ? normalise(value) : value,
  );

/** An identity number of 18 characters, however it was typed. */
export function IdentityNumberField({ optional = false } = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ description: '身份证号', type: String, required: !optional, minLength: 18, maxLength: LONGEST }),
    optional ? IsOptional() : IsDefined({ message: '请填写身份证号' }),
    normalised(normalizeIdentityNumber),
    Validate(IdentityNumberRule),
  );
}

/** A mainland phone number, mobile or fixed line, however it was typed. May be left out; null means that there is none. */
export function PhoneField(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ description: '电话', type: String, required: false, nullable: true, maxLength: LONGEST }),
    IsOptional(),
    normalised(normalizePhoneNumber),
    Validate(PhoneNumberRule),
  );
}
